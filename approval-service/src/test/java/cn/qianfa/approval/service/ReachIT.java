package cn.qianfa.approval.service;

import static cn.qianfa.approval.service.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.People;
import cn.qianfa.contracts.identity.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who reaches what: every route is asked for, also those of tomorrow. */
@ServiceTest
class ReachIT {
    private final RunningApproval approval;

    ReachIT(RunningApproval approval) {
        this.approval = approval;
    }

    /** One method on one path. */
    private record Route(String method, String path) {}

    @Test
    @Tag("check-01")
    void everyRouteButThePagesNeedsAToken() {
        var routes = routes();

        assertThat(routes).hasSizeGreaterThan(20);
        for (var route : routes) {
            if (!route.path().startsWith("/site/")) {
                assertThat(status(approval.anybody(), route, Map.of()))
                        .as(route.toString())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    @Tag("article-3")
    @Tag("check-02")
    void anotherUnitsThingsAreNotThere() {
        var town = new Town(approval);
        var id = town.signed("通知");
        town.release(town.publisher, id);
        eventually().until(() -> !publications(town, id).isEmpty());
        var names = Map.of(
                "/drafts/{id}", "/drafts/" + id,
                "/publications/{id}", "/publications/" + publications(town, id).getFirst(),
                "/accounts/{id}", "/accounts/" + town.account,
                "/staff/{id}", "/staff/" + town.drafter.id(),
                "/units/{id}", "/units/" + town.name,
                "/units/{unit}", "/units/" + town.name);
        var stranger = approval.as(People.STRANGER);
        var asked = new ArrayList<Route>();

        for (var route : routes()) {
            if (route.path().contains("{") && route.path().startsWith("/api/")) {
                asked.add(route);
                var hidden = route.path().startsWith("/api/v1/operations/") ? 403 : 404; // no unit's things
                assertThat(status(stranger, route, names)).as(route.toString()).isEqualTo(hidden);
            }
        }

        assertThat(asked).hasSizeGreaterThan(15);
        assertThat(stranger.get("/api/v1/drafts").text()).doesNotContain(id);
        assertThat(stranger.get("/api/v1/publications").text()).doesNotContain(id);
        assertThat(stranger.get("/api/v1/units").text()).doesNotContain(town.name);
    }

    private List<String> publications(Town town, String draft) {
        var found = new ArrayList<String>();
        approval.as(town.publisher)
                .get("/api/v1/publications?draft=" + draft)
                .json()
                .get("items")
                .forEach(item -> found.add(item.get("id").asString()));
        return found;
    }

    @Test
    @Tag("article-3")
    void anInspectorOfTheDistrictSeesEveryUnitsDrafts() {
        var town = new Town(approval);
        var id = town.written("通知");

        assertThat(approval.as(People.INSPECTOR).get("/api/v1/drafts/" + id).status())
                .isEqualTo(200);
        assertThat(approval.as(People.INSPECTOR).get("/api/v1/drafts?limit=200").text())
                .contains(id);
        var ofAnotherTown = new Town(approval).person("inspector", Role.INSPECTOR);
        assertThat(approval.as(ofAnotherTown).get("/api/v1/drafts/" + id).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("check-26")
    void healthAndMetricsAreOnTheManagementPortAlone() {
        var town = new Town(approval);
        town.submitted("通知");

        eventually()
                .until(() ->
                        approval.management().get("/actuator/health/readiness").status() == 200);
        assertThat(approval.management().get("/actuator/prometheus").text())
                .contains("qianfa_drafts_submitted_total{unit=\"%s\"} 1.0".formatted(town.name));
        assertThat(approval.management().get("/actuator/env").status()).isEqualTo(404);
        assertThat(approval.anybody().get("/actuator/health").status()).isEqualTo(401);
        assertThat(approval.as(People.STRANGER).get("/actuator/health").status())
                .isEqualTo(404);
    }

    private List<Route> routes() {
        var mapping = approval.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods().keySet().forEach(route -> {
            for (var path : route.getPatternValues()) {
                route.getMethodsCondition().getMethods().forEach(method -> routes.add(new Route(method.name(), path)));
            }
        });
        return routes;
    }

    private static int status(Client client, Route route, Map<String, String> names) {
        var path = route.path();
        for (var name : names.entrySet()) {
            path = path.replace(name.getKey(), name.getValue());
        }
        path = path.replaceAll("\\{[a-z]+}", "x");
        var request = client.request(path).header("Idempotency-Key", "key").header("If-Match", "\"1\"");
        return client.send(request.method(route.method(), BodyPublishers.noBody()))
                .status();
    }
}
