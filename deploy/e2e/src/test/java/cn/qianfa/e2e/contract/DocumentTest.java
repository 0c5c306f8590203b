package cn.qianfa.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document is what it says it is, and says everything a front end has to know. */
class DocumentTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    /** Forms carry the key in a field; signing in and checking change nothing that could be done twice. */
    private static final Set<String> WITHOUT_A_KEY =
            Set.of("signIn", "checkText", "signInByForm", "signOutByForm", "writeComment");

    private final Document document = Document.served();

    @Test
    void isADocumentOfOpenApi31() {
        assertThat(errors(document)).isEmpty();
    }

    @Test
    void wouldNotBeOneWithAMisspeltWordOrType() {
        var yaml = """
                openapi: 3.1.0
                info: {title: t, version: '1'}
                paths:
                  /a:
                    get:
                      %s:
                        '200':
                          description: d
                          content: {application/json: {schema: {type: %s}}}
                """;

        assertThat(errors(Document.of(yaml.formatted("responses", "string")))).isEmpty();
        assertThat(errors(Document.of(yaml.formatted("reponses", "string")))).isNotEmpty();
        assertThat(errors(Document.of(yaml.formatted("responses", "strng")))).isNotEmpty();
    }

    /** By the OpenAPI Initiative's own schema, which a library brings along. */
    private static List<String> errors(Document document) {
        return SchemaRegistry.withDialects(
                        List.of(Dialects.getDraft202012(), Dialects.getOpenApi31()),
                        registry -> registry.schemaIdResolvers(resolvers ->
                                resolvers.mapPrefix("https://spec.openapis.org/", "classpath:spec.openapis.org/")))
                .getSchema(SchemaLocation.of("https://spec.openapis.org/oas/3.1/schema-base/2022-10-07"))
                .validate(document.root())
                .stream()
                .map(Error::toString)
                .toList();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsReferredTo() {
        var used = new HashSet<String>();
        Document.walk(document.root(), node -> {
            if (node.has("$ref")) {
                used.add(node.path("$ref").asString());
            }
        });

        assertThat(used).allMatch(reference -> !document.target(reference).isMissingNode());
        var components = document.root().path("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .flatMap(kind -> kind.getValue().propertyNames().stream()
                        .map(name -> "#/components/" + kind.getKey() + '/' + name));
        assertThat(components).allMatch(used::contains);
    }

    @Test
    void everyOperationHasANameOfItsOwnASummaryAndATag() {
        var tags = document.root()
                .path("tags")
                .valueStream()
                .map(tag -> tag.path("name").asString())
                .collect(Collectors.toSet());

        assertThat(document.operations()).allSatisfy(operation -> {
            assertThat(operation.id()).matches("[a-z][A-Za-z]+");
            assertThat(operation.said().path("summary").asString("")).isNotBlank();
            assertThat(operation.said().path("tags").path(0).asString("")).isIn(tags);
        });
        assertThat(document.operations()).extracting(Operation::id).doesNotHaveDuplicates();
    }

    @Test
    void everyParameterOfAPathIsDescribed() {
        assertThat(document.operations()).allSatisfy(operation -> {
            var named = PARAMETER.matcher(operation.path()).results().map(found -> found.group(1));

            assertThat(parameters(operation, "path")).containsExactlyInAnyOrderElementsOf(named.toList());
        });
    }

    @Test
    void everyRequestNamesAllItTakes() {
        assertThat(document.operations()).allSatisfy(operation -> {
            var body = document.resolved(operation.said().path("requestBody"));
            for (var content : body.path("content")) {
                Document.walk(whole(content.path("schema")), schema -> {
                    if (schema.path("type").asString("").equals("object")) {
                        assertThat(schema.path("additionalProperties").asBoolean(true))
                                .as("%s: %s", operation, schema)
                                .isFalse();
                    }
                });
            }
        });
    }

    /** What a schema refers to, put in its place. */
    private JsonNode whole(JsonNode schema) {
        var copy = document.resolved(schema).deepCopy();
        if (copy instanceof ObjectNode object) {
            List.copyOf(object.propertyNames()).forEach(name -> object.set(name, whole(object.path(name))));
        }
        if (copy instanceof ArrayNode array) {
            for (var at = 0; at < array.size(); at++) {
                array.set(at, whole(array.path(at)));
            }
        }
        return copy;
    }

    @Test
    void everyCommandHasAKeyAndEveryWriteTheProofOfItsPage() {
        for (var operation : document.operations()) {
            var isCommand = operation.method().equals("POST") && !WITHOUT_A_KEY.contains(operation.id());
            var isOurs = operation.path().startsWith("/api/v1/")
                    && operation.security().filter(JsonNode::isEmpty).isEmpty();
            var isWrite = !operation.method().equals("GET");
            var proof = operation.security().map(one -> one.path(0).has("csrf")).orElse(false);

            assertThat(parameters(operation, "header").contains("Idempotency-Key"))
                    .as("%s takes a key", operation)
                    .isEqualTo(isCommand);
            assertThat(proof).as("%s needs the proof of its page", operation).isEqualTo(isOurs && isWrite);
        }
    }

    @Test
    void everyRefusalThatMayMeetAnybodyIsPromised() {
        for (var operation : document.operations()) {
            var needed = new TreeSet<>(Set.of("429", "500", "503"));
            if (operation.security().filter(JsonNode::isEmpty).isEmpty()) {
                needed.add("401");
            }
            if (operation.security().map(one -> one.path(0).has("csrf")).orElse(false)) {
                needed.add("403");
            }
            if (operation.said().has("requestBody")) {
                needed.addAll(Set.of("400", "413", "415"));
            }
            if (parameters(operation, "header").contains("If-Match")) {
                needed.addAll(Set.of("412", "428"));
            }

            assertThat(operation.said().path("responses").propertyNames())
                    .as(operation.toString())
                    .containsAll(needed);
        }
    }

    private List<String> parameters(Operation operation, String in) {
        return operation
                .said()
                .path("parameters")
                .valueStream()
                .map(document::resolved)
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    @Test
    void everyExampleKeepsItsOwnPromise() {
        var schemas = Schemas.closed(document);
        var checked = document.operations().stream()
                .flatMap(this::contents)
                .filter(content -> content.has("example"))
                .peek(content -> assertThat(schemas.errors(content.path("schema"), content.path("example")))
                        .as(content.path("example").toString())
                        .isEmpty())
                .count();

        assertThat(checked).isGreaterThan(30);
    }

    private Stream<JsonNode> contents(Operation operation) {
        var request = document.resolved(operation.said().path("requestBody"));
        var responses = operation.said().path("responses").valueStream().map(document::resolved);
        return Stream.concat(Stream.of(request), responses)
                .flatMap(one -> one.path("content").valueStream());
    }
}
