package cn.qianfa.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells a person who opens the bare address where to look. In both languages, since nobody has chosen one yet. */
@Controller
class FrontPage {
    private final Page pages;

    FrontPage(Page pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    ResponseEntity<String> page(HttpServletRequest request) {
        return pages.answer(request, 200, "front", Map.of());
    }
}
