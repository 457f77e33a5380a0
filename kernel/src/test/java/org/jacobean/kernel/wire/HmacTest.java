package org.jacobean.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmacTest {
  @ParameterizedTest
  @ValueSource(strings = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"})
  void itIsWhatTheJdkComputesForKeysShortAndLong(String hash) throws Exception {
    Random random = new Random(1);
    for (int length : new int[] {1, 36, 63, 64, 65, 128, 129, 500}) {
      byte[] key = new byte[length];
      byte[] message = new byte[length * 3];
      random.nextBytes(key);
      random.nextBytes(message);
      Mac mac = Mac.getInstance("Hmac" + hash);
      mac.init(new SecretKeySpec(key, "Hmac"));
      Hmac own = new Hmac(hash, key);
      byte[] expected = mac.doFinal(message);
      assertArrayEquals(expected, own.of(List.of(message)));
      assertArrayEquals(expected, own.of(List.of(new byte[0], message)), "used again");
    }
  }

  @Test
  void aDigestNobodyKnowsIsRefused() {
    assertThrows(NoSuchAlgorithmException.class, () -> new Hmac("rot13", new byte[1]));
  }
}
