package io.zhidun.service.access;

import io.zhidun.service.web.ProblemWriter;
import io.zhidun.service.web.Problems;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who reaches what, and the headers that keep a browser on our side. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  /** Styles are set by script in the console's component library, hence the one exception. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      CookieCsrfTokenRepository csrf,
      AccountRepository accounts,
      Sessions sessions,
      ProblemWriter problems) {
    http.authorizeHttpRequests(AccessConfiguration::rules)
        .csrf(protection -> protection.spa().csrfTokenRepository(csrf))
        .headers(AccessConfiguration::headers)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .securityContext(context -> context.securityContextRepository(sessions.contexts()))
        .addFilterBefore(
            new CurrentAccountFilter(accounts, sessions, problems), AuthorizationFilter.class)
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(unauthenticated(problems))
                    .accessDeniedHandler(denied(problems)))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(Customizer.withDefaults());
    return http.build();
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    String operator = Role.OPERATOR.label();
    String engineer = Role.ENGINEER.label();
    String auditor = Role.AUDITOR.label();
    String reviewer = Role.REVIEWER.label();
    String system = Role.SYSTEM_ADMIN.label();
    String security = Role.SECURITY_ADMIN.label();
    rules
        // Checked when the request came in; a stream that ends is dispatched once more.
        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
        .permitAll()
        .requestMatchers(HttpMethod.POST, "/api/v1/session")
        .permitAll()
        .requestMatchers(HttpMethod.DELETE, "/api/v1/session")
        .permitAll()
        .requestMatchers("/api/v1/session", "/api/v1/session/**")
        .authenticated()
        .requestMatchers(HttpMethod.GET, "/api/v1/filing-cases/access-log")
        .hasAnyAuthority(auditor, reviewer)
        // Who watches the others' acts has none to watch here.
        .requestMatchers("/api/v1/audit", "/api/v1/audit/**")
        .hasAuthority(auditor)
        // Who makes an account gives it no role, and who gives roles makes none.
        .requestMatchers(HttpMethod.GET, "/api/v1/accounts")
        .hasAnyAuthority(system, security, auditor)
        .requestMatchers(HttpMethod.POST, "/api/v1/accounts/*/role")
        .hasAuthority(security)
        .requestMatchers("/api/v1/accounts", "/api/v1/accounts/**")
        .hasAuthority(system)
        // Who administers accounts has no business with what people filed.
        .requestMatchers(
            HttpMethod.GET, "/api/v1/filing-cases", "/api/v1/filing-cases/**", "/api/v1/filings/**")
        .hasAnyAuthority(operator, engineer, auditor, reviewer)
        .requestMatchers(HttpMethod.GET, "/api/**")
        .hasAnyAuthority(operator, engineer, auditor, reviewer, system, security)
        // What an indication is worth is decided by reviewers and by nobody else.
        .requestMatchers("/api/v1/filing-cases", "/api/v1/filing-cases/**", "/api/v1/filings/**")
        .hasAuthority(reviewer)
        .requestMatchers(
            HttpMethod.POST, "/api/v1/proposals/*/approve", "/api/v1/proposals/*/reject")
        .hasAnyAuthority(operator, engineer, security)
        // Who works with rules writes them; whoever else works with alerts may only consent.
        .requestMatchers(
            HttpMethod.POST,
            "/api/v1/proposals",
            "/api/v1/proposals/**",
            "/api/v1/rulesets/*/rollback",
            "/api/v1/canaries/*/run")
        .hasAuthority(engineer)
        // Who assesses is never who administers.
        .requestMatchers(
            "/api/v1/compliance/attestations",
            "/api/v1/compliance/attestations/**",
            "/api/v1/compliance/systems/*/items/*/overrulings",
            "/api/v1/compliance/systems/*/items/*/overrulings/**",
            "/api/v1/compliance/assessments/*/signatures")
        .hasAuthority(auditor)
        .requestMatchers(
            "/api/v1/compliance/exemptions/*/decision",
            "/api/v1/compliance/waivers/*/decision",
            "/api/v1/compliance/rectifications/**",
            "/api/v1/compliance/systems/*/items/*/rectifications")
        .hasAnyAuthority(operator, engineer)
        .requestMatchers(
            "/api/v1/systems/**",
            "/api/v1/assets/**",
            "/api/v1/compliance/**",
            "/api/v1/backups/**",
            "/api/v1/continuity/**",
            "/api/v1/topology/**")
        .hasAuthority(engineer)
        .requestMatchers("/api/**")
        .hasAnyAuthority(operator, engineer)
        // The console's files, health and metrics; everything is bound to loopback.
        .requestMatchers(HttpMethod.GET, "/**")
        .permitAll()
        .requestMatchers(HttpMethod.HEAD, "/**")
        .permitAll()
        .anyRequest()
        .denyAll();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"))
        .crossOriginOpenerPolicy(Customizer.withDefaults())
        .crossOriginResourcePolicy(Customizer.withDefaults());
  }

  private static AuthenticationEntryPoint unauthenticated(ProblemWriter problems) {
    return (request, response, e) ->
        problems.write(
            request,
            response,
            Problems.detail(HttpStatus.UNAUTHORIZED, "sign-in-required", "nobody is signed in"));
  }

  private static AccessDeniedHandler denied(ProblemWriter problems) {
    return (request, response, e) -> {
      boolean csrf = e instanceof CsrfException;
      problems.write(
          request,
          response,
          Problems.detail(
              HttpStatus.FORBIDDEN,
              csrf ? "csrf" : "forbidden",
              csrf
                  ? "the header X-XSRF-TOKEN must repeat the cookie XSRF-TOKEN"
                  : "this account's role does not allow it"));
    };
  }

  @Bean
  CookieCsrfTokenRepository csrfTokens() {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return tokens;
  }

  /** There is no other way in than {@link SessionEndpoint}; this keeps Boot from adding one. */
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }
}
