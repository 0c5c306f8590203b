package cn.qianfa.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What anybody can read: each account's page, older posts after it, its feed, and each post's own page. */
final class PageDump {
    private static final Pattern LINK = Pattern.compile("href=\"(/site/[^\"/]+(?:\\?after=|/posts/)[^\"]+)\"");

    private final Person anybody;
    private final Journal to;

    PageDump(Person anybody, Path file) {
        this.anybody = anybody;
        this.to = new Journal(file);
    }

    void write(List<String> accounts) throws InterruptedException {
        for (var account : accounts) {
            var todo = new TreeSet<>(List.of("/site/" + account, "/site/" + account + "/feed.atom"));
            var done = new TreeSet<String>();
            while (!todo.isEmpty()) {
                var path = todo.removeFirst();
                done.add(path);
                var answer = anybody.get(path);
                to.add(Map.of("account", account, "path", path, "status", answer.status(), "body", answer.text()));
                LINK.matcher(answer.text())
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !done.contains(link))
                        .forEach(todo::add);
            }
        }
    }
}
