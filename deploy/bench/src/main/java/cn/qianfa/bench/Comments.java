package cn.qianfa.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;

/** The comments that are stored; each of a benchmark's own bears the run's mark and its number behind its words. */
final class Comments {
    private final MongoCollection<Document> stored;
    private final String mark;
    private final Pattern number;

    Comments(MongoClient store, String mark) {
        this.stored = store.getDatabase("monitoring").getCollection("comments");
        this.mark = mark;
        this.number = Pattern.compile(Pattern.quote(mark) + "-(\\d+)$");
    }

    String text(String words, int number) {
        return words + mark + "-" + number;
    }

    /** Number and id of those that are stored, written at least once. @throws IllegalStateException if one is there twice */
    Map<Integer, String> byNumber() {
        Map<Integer, String> found = new HashMap<>();
        for (var comment : stored.find(Filters.exists("_id")).projection(Projections.include("text"))) {
            var text = comment.getString("text");
            var marked = number.matcher(text == null ? "" : text);
            if (marked.find() && found.put(Integer.valueOf(marked.group(1)), comment.getString("_id")) != null) {
                throw new IllegalStateException(mark + " number " + marked.group(1) + " is stored twice");
            }
        }
        return found;
    }
}
