package cn.qianfa.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** What every request pays as soon as it is known who sent it, before anything else is done for it. */
public interface Toll {
    /**
     * @param person who is signed in
     * @return the request to go on with; empty if it was refused, and that is answered
     */
    Optional<HttpServletRequest> take(HttpServletRequest request, HttpServletResponse response, Optional<String> person)
            throws IOException;
}
