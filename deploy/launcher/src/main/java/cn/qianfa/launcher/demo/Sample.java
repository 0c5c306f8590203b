package cn.qianfa.launcher.demo;

import java.util.ArrayList;
import java.util.List;

/** What a demonstration shows: the district office and three units below it, with staff in every role. */
final class Sample {
    private static final String DISTRICT = "district";

    private static final List<Post> IN_EVERY_UNIT = List.of(
            new Post("drafter", "起草人", "DRAFTER"),
            new Post("director", "办公室主任", "OFFICE_DIRECTOR"),
            new Post("leader", "单位领导", "UNIT_LEADER"),
            new Post("publisher", "微博管理员", "PUBLISHER"),
            new Post("duty", "值班员", "DUTY_OFFICER"),
            new Post("standby", "备班值班员", "DUTY_OFFICER")); // told next: the roster goes by name until one is written

    private static final List<Post> ONLY_IN_THE_DISTRICT_OFFICE = List.of(
            new Post("inspector", "督查员", "INSPECTOR"),
            new Post("leader-group", "领导小组成员", "LEADER_GROUP"),
            new Post("administrator", "系统管理员", "ADMIN"));

    static final List<Unit> UNITS = List.of(
            new Unit(DISTRICT, "区政府办公室", "本区发布"),
            new Unit("health", "区卫生健康局", "健康发布"),
            new Unit("education", "区教育局", "教育发布"),
            new Unit("township", "镇政府", "镇政发布"));

    private Sample() {}

    /** A unit, and what its one account is called. */
    record Unit(String id, String name, String account) {
        boolean isDistrict() {
            return id.equals(DISTRICT);
        }

        List<Person> staff() {
            List<Post> posts = new ArrayList<>(IN_EVERY_UNIT);
            if (isDistrict()) {
                posts.addAll(ONLY_IN_THE_DISTRICT_OFFICE);
            }
            return posts.stream()
                    .map(post -> new Person(post.id() + "." + id, post.name(), post.role()))
                    .toList();
        }
    }

    /** Somebody to be appointed. */
    record Person(String id, String name, String role) {}

    private record Post(String id, String name, String role) {}
}
