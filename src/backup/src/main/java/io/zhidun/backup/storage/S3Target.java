package io.zhidun.backup.storage;

import io.zhidun.backup.storage.TargetException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of a store that speaks S3. An object is made by one conditional PUT ({@code
 * If-None-Match: *}), so it is whole or not there and is never replaced; with object lock the store
 * itself keeps it until its time is over.
 */
public final class S3Target implements Target {
  private final S3Options options;
  private final S3Client client;

  public S3Target(S3Options options) {
    this.options = options;
    this.client = client(options);
  }

  static S3Client client(S3Options options) {
    return S3Client.builder()
        .endpointOverride(options.endpoint())
        .region(Region.of(options.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(options.accessKey(), options.secretKey())))
        .forcePathStyle(true)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @Override
  public String place() {
    return options.toString();
  }

  @Override
  public void put(String name, Content content, @Nullable Instant keepUntil) throws IOException {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder().bucket(options.bucket()).key(key(name)).ifNoneMatch("*");
    if (options.objectLock() && keepUntil != null) {
      request.objectLockMode(ObjectLockMode.COMPLIANCE).objectLockRetainUntilDate(keepUntil);
    }
    // Stores that do not know conditional requests ignore the header; most writers ask in turn.
    if (find(name).isPresent()) {
      throw new TargetException(Reason.EXISTS, place(), name, null, null);
    }
    try {
      client.putObject(request.build(), body(content));
    } catch (SdkException e) {
      throw known(e, name);
    }
  }

  private static RequestBody body(Content content) {
    return RequestBody.fromContentProvider(
        () -> {
          try {
            return content.open();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        content.size(),
        "application/octet-stream");
  }

  @Override
  public InputStream open(String name, long offset, long length) throws IOException {
    if (length == 0) {
      return new ByteArrayInputStream(new byte[0]);
    }
    GetObjectRequest request =
        GetObjectRequest.builder()
            .bucket(options.bucket())
            .key(key(name))
            .range("bytes=" + offset + '-' + (offset + length - 1))
            .build();
    try {
      return client.getObject(request);
    } catch (S3Exception e) {
      if (e.statusCode() == 416) {
        return new ByteArrayInputStream(new byte[0]);
      }
      throw known(e, name);
    } catch (SdkException e) {
      throw known(e, name);
    }
  }

  @Override
  public Optional<StoredObject> find(String name) throws IOException {
    String key = key(name);
    try {
      HeadObjectResponse head = client.headObject(r -> r.bucket(options.bucket()).key(key));
      return Optional.of(new StoredObject(name, head.contentLength(), head.lastModified()));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw known(e, name);
    }
  }

  @Override
  public Page list(String prefix, @Nullable String after, int limit) throws IOException {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder()
            .bucket(options.bucket())
            .prefix(options.prefix() + ObjectNames.requirePrefix(prefix))
            .startAfter(after == null ? null : options.prefix() + after)
            .maxKeys(ObjectNames.requireLimit(limit))
            .build();
    try {
      ListObjectsV2Response found = client.listObjectsV2(request);
      List<StoredObject> objects =
          found.contents().stream()
              .map(
                  o ->
                      new StoredObject(
                          o.key().substring(options.prefix().length()), o.size(), o.lastModified()))
              .toList();
      return new Page(objects, Boolean.TRUE.equals(found.isTruncated()));
    } catch (SdkException e) {
      throw known(e, prefix);
    }
  }

  /**
   * In a bucket with versions a plain DELETE only hides the object. With object lock the version
   * itself is deleted, so that the store answers whether it may be.
   */
  @Override
  public void delete(String name) throws IOException {
    if (options.appendOnly()) {
      throw new TargetException(Reason.IMMUTABLE, place(), name, null, null);
    }
    String key = key(name);
    try {
      if (!options.objectLock()) {
        client.deleteObject(r -> r.bucket(options.bucket()).key(key));
        return;
      }
      HeadObjectResponse head = client.headObject(r -> r.bucket(options.bucket()).key(key));
      client.deleteObject(r -> r.bucket(options.bucket()).key(key).versionId(head.versionId()));
    } catch (NoSuchKeyException e) {
      return;
    } catch (S3Exception e) {
      throw options.objectLock() && (e.statusCode() == 403 || e.statusCode() == 400)
          ? new TargetException(Reason.IMMUTABLE, place(), name, e.getMessage(), e)
          : known(e, name);
    } catch (SdkException e) {
      throw known(e, name);
    }
  }

  private String key(String name) {
    return options.prefix() + ObjectNames.require(name);
  }

  private TargetException known(SdkException e, String name) {
    Reason reason = e instanceof SdkClientException ? Reason.UNREACHABLE : Reason.REFUSED;
    if (e instanceof S3Exception answer) {
      reason = reason(answer.statusCode());
    }
    return new TargetException(reason, place(), name, e.getMessage(), e);
  }

  private static Reason reason(int status) {
    return switch (status) {
      case 404 -> Reason.MISSING;
      // 409: somebody else was putting the same name in the same moment and came first.
      case 409, 412 -> Reason.EXISTS;
      case 507 -> Reason.FULL;
      case 429, 500, 502, 503, 504 -> Reason.UNREACHABLE;
      default -> Reason.REFUSED;
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
