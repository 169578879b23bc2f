package io.zhidun.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds what a request may carry, whether it says its length or not. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimitFilter extends OncePerRequestFilter {
  static final int MAX_BYTES = 64 * 1024;

  private final ProblemWriter problems;
  private final List<LargerBody> larger;

  BodyLimitFilter(ProblemWriter problems, List<LargerBody> larger) {
    this.problems = problems;
    this.larger = List.copyOf(larger);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int most = most(request);
    if (request.getContentLengthLong() > most) {
      problems.write(request, response, BodyTooLargeException.problem(most));
      return;
    }
    chain.doFilter(new Limited(request, most), response);
  }

  private int most(HttpServletRequest request) {
    String path = request.getRequestURI();
    return larger.stream()
        .filter(one -> path.equals(one.path()) || path.startsWith(one.path() + "/"))
        .mapToInt(LargerBody::bytes)
        .max()
        .orElse(MAX_BYTES);
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final int most;

    Limited(HttpServletRequest request, int most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), most);
    }
  }

  private static final class LimitedStream extends ServletInputStream {
    private final ServletInputStream in;
    private final int most;
    private int left;

    LimitedStream(ServletInputStream in, int most) {
      this.in = in;
      this.most = most;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      return read < 0 ? read : counted(1, read);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      return read < 0 ? read : counted(read, read);
    }

    private int counted(int bytes, int answer) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new BodyTooLargeException(most);
      }
      return answer;
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
