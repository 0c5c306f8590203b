package cn.qianfa.rules.personaldata;

import cn.qianfa.rules.text.Likeness;
import cn.qianfa.rules.text.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Door numbers of homes. A notice names estates and buildings every day (3号楼2单元停水), and offices have rooms; so only
 * three forms are taken for somebody's home: a unit with a room; a building with a room on an estate; any house number
 * after 家住, 住址 and the like.
 */
final class HomeAddresses implements Detector {
    private static final List<String> BUILDING = List.of("号楼", "栋", "幢", "座");
    private static final List<String> UNIT = List.of("单元");
    private static final List<String> ROOM = List.of("室", "号");
    private static final List<String> GROUP = List.of("村民小组", "组", "弄", "巷", "排");
    private static final List<String> LIVES = List.of("家住", "住址", "住在", "居住地", "现住", "户籍地", "家庭地址", "家在");
    private static final List<String> ESTATE =
            List.of("小区", "家属院", "家属楼", "花园", "公寓", "新村", "家园", "宿舍", "苑", "佳苑", "华庭");
    /** 2单元10户: ten households, and no room. */
    private static final String COUNTED = "户人家间名套层楼个";

    private static final int LOOK_BACK = 24;

    @Override
    public List<Place> find(Reading text) {
        var places = new ArrayList<Place>();
        for (var i = 0; i < text.text().size(); i++) {
            text.step();
            if (!beginsNumber(text, i)) {
                continue;
            }
            var door = DoorNumber.from(text, i);
            if (isHome(door, text, i)) {
                places.add(new Place(i, door.last(), text.text().steps(i, door.last())));
            }
            i = Math.max(i, door.last());
        }
        return places;
    }

    private static boolean isHome(DoorNumber door, Reading text, int i) {
        return door.unit() && door.room()
                || door.building() && door.room() && follows(text, i, ESTATE)
                || (door.room() || door.group() && !door.building()) && follows(text, i, LIVES);
    }

    private static boolean beginsNumber(Reading text, int i) {
        return isNumber(text, i) && !(i > 0 && isNumber(text, i - 1) && goesOn(text, i));
    }

    private static boolean goesOn(Reading text, int i) {
        return i < text.text().size()
                && isNumber(text, i)
                && !Step.PUNCTUATION.in(text.text().gap(i));
    }

    private static boolean isNumber(Reading text, int i) {
        return Likeness.digit(text.text().unit(i)) != 0 || text.text().unit(i) == '十';
    }

    private static boolean follows(Reading text, int i, List<String> words) {
        for (var k = i - 1; k >= Math.max(0, i - LOOK_BACK); k--) {
            if (text.text().clause(k) != text.text().clause(i)) {
                return false;
            }
            for (var word : words) {
                if (text.reads(k, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The parts of a door number which stand one after another. */
    private record DoorNumber(boolean building, boolean unit, boolean room, boolean group, int last) {
        static DoorNumber from(Reading text, int from) {
            var door = new DoorNumber(false, false, false, false, from);
            var i = from;
            while (i < text.text().size()
                    && isNumber(text, i)
                    && text.text().clause(i) == text.text().clause(from)) {
                var end = i + 1;
                while (goesOn(text, end)) {
                    text.step();
                    end++;
                }
                door = door.with(text, i, end);
                if (door.last() < end - 1) {
                    break; // a number without a word after it ends the address
                }
                i = door.last() + 1;
            }
            return door;
        }

        private DoorNumber with(Reading text, int number, int end) {
            for (var kind : List.of(BUILDING, UNIT, ROOM, GROUP)) {
                for (var word : kind) {
                    if (text.reads(end, word)) {
                        return with(kind, end + word.length() - 1);
                    }
                }
            }
            // 2单元501: the room of a unit often goes without a word
            var counted =
                    end < text.text().size() && COUNTED.indexOf(text.text().unit(end)) >= 0;
            var bare = unit && !room && !counted && end - number >= 2 && end - number <= 4;
            return bare ? new DoorNumber(building, true, true, group, end - 1) : this;
        }

        private DoorNumber with(List<String> kind, int last) {
            return new DoorNumber(
                    building || kind == BUILDING,
                    unit || kind == UNIT,
                    room || kind == ROOM,
                    group || kind == GROUP,
                    last);
        }
    }
}
