package cn.qianfa.gateway.credential;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Credentials in memory. */
public final class InMemoryCredentials implements Credentials {
    private final Map<String, Credential> credentials = new HashMap<>();

    @Override
    public Optional<Credential> find(String staff) {
        return Optional.ofNullable(credentials.get(staff));
    }

    @Override
    public Optional<Credential> withCode(String codeHash) {
        return with(Credential::issued, Credential.Issued::codeHash, codeHash);
    }

    @Override
    public Optional<Credential> whoUsed(String codeHash) {
        return with(Credential::used, Credential.Used::codeHash, codeHash);
    }

    private <T> Optional<Credential> with(
            Function<Credential, Optional<T>> part, Function<T, String> code, String codeHash) {
        return credentials.values().stream()
                .filter(one -> part.apply(one).map(code).equals(Optional.of(codeHash)))
                .findFirst();
    }

    @Override
    public boolean createIfNone(String staff, String password, Instant at) {
        var created = new Credential(staff, Optional.of(password), Optional.empty(), Optional.empty());
        return credentials.putIfAbsent(staff, created) == null;
    }

    @Override
    public boolean change(String staff, String oldPassword, String newPassword, Instant at) {
        var before = find(staff);
        if (before.flatMap(Credential::password).filter(oldPassword::equals).isEmpty()) {
            return false;
        }
        var one = before.get();
        credentials.put(staff, new Credential(staff, Optional.of(newPassword), one.issued(), one.used()));
        return true;
    }

    @Override
    public void issue(String staff, Credential.Issued code) {
        var password = find(staff).flatMap(Credential::password);
        var used = find(staff).flatMap(Credential::used);
        credentials.put(staff, new Credential(staff, password, Optional.of(code), used));
    }

    @Override
    public boolean activate(String staff, Credential.Used by, String password, Instant at) {
        var issued = find(staff).flatMap(Credential::issued);
        if (issued.filter(code -> code.codeHash().equals(by.codeHash())).isEmpty()) {
            return false;
        }
        var spent = issued.map(code -> new Credential.Issued("", code.expires(), code.command()));
        credentials.put(staff, new Credential(staff, Optional.of(password), spent, Optional.of(by)));
        return true;
    }

    @Override
    public void remove(String staff) {
        credentials.remove(staff);
    }
}
