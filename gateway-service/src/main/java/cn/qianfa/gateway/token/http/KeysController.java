package cn.qianfa.gateway.token.http;

import cn.qianfa.contracts.identity.ActorToken;
import cn.qianfa.gateway.token.TokenMint;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys, for the services; there is nothing secret in them. */
@RestController
class KeysController {
    private final TokenMint mint;

    KeysController(TokenMint mint) {
        this.mint = mint;
    }

    @GetMapping(path = ActorToken.KEYS_PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    String keys() {
        return mint.publicKeys();
    }
}
