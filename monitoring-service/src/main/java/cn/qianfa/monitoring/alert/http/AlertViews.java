package cn.qianfa.monitoring.alert.http;

import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.monitoring.alert.Alert;
import cn.qianfa.monitoring.alert.AlertId;
import cn.qianfa.monitoring.alert.Alerts;
import cn.qianfa.monitoring.casework.Case;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows alerts with how they were told outward, as that stands when they are shown. */
@Component
final class AlertViews {
    private final Alerts alerts;

    AlertViews(Alerts alerts) {
        this.alerts = alerts;
    }

    AlertView of(Case one) {
        return view(one, told(List.of(AlertId.of(one))));
    }

    /** Of a part of a list: what is stored of them is asked for once. */
    Function<Versioned<Case>, AlertView> of(Collection<Versioned<Case>> cases) {
        var told = told(cases.stream().map(one -> AlertId.of(one.value())).toList());
        return one -> view(one.value(), told);
    }

    private Map<AlertId, List<Alert>> told(Collection<AlertId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : alerts.of(ids).stream()
                        .collect(Collectors.groupingBy(alert -> alert.notice().id()));
    }

    private static AlertView view(Case one, Map<AlertId, List<Alert>> told) {
        var tellings = told.getOrDefault(AlertId.of(one), List.of()).stream()
                .sorted(Comparator.comparing(Alert::way))
                .map(TellingView::of)
                .toList();
        return AlertView.of(one, tellings);
    }
}
