package cn.qianfa.gateway.http;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What web front ends may rely on, written by hand. One document, whichever service answers. */
@RestController
class PromiseController {
    private final byte[] document;
    private final String tag;

    PromiseController() throws IOException {
        document = new ClassPathResource("openapi.yaml").getContentAsByteArray();
        tag = '"' + hash(document) + '"';
    }

    /** A copy may be kept, and is asked about each time: 304 as long as it is the present one. */
    @GetMapping("/api/v1/openapi.yaml")
    ResponseEntity<byte[]> promise() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_YAML)
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag(tag)
                .body(document);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
