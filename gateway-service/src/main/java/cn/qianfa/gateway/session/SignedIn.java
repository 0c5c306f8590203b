package cn.qianfa.gateway.session;

import cn.qianfa.contracts.identity.Actor;
import java.time.Instant;

/**
 * Who is signed in, as of this request.
 *
 * @param session the session's id
 * @param name the person's name, to be shown
 * @param csrf what the session's pages send along to write
 * @param endsAt when the session is over if nothing more comes
 */
public record SignedIn(String session, Actor actor, String name, String csrf, Instant endsAt) {}
