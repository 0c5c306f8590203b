package cn.qianfa.gateway.route.http;

import cn.qianfa.gateway.route.Waits;
import cn.qianfa.gateway.session.LiveStreams;
import java.util.List;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The two ways of passing on: a plain answer, and a live stream. */
@Configuration(proxyBeanMethods = false)
class Exchanges {
    /** Shorter than the services keep an idle connection, so that none is used while it is being closed. */
    private static final Timeout IDLE = Timeout.ofSeconds(10);

    /** Spring's default allows five connections to one service. */
    @Bean(destroyMethod = "close")
    CloseableHttpClient services(Waits waits) {
        var connect = Timeout.of(waits.connect());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(waits.connections())
                .setMaxConnTotal(3 * waits.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(waits.answer()))
                        .setIdleTimeout(IDLE)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(Timeout.of(waits.answer()))
                        .build())
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableDefaultUserAgent()
                .build();
    }

    @Bean
    ProxyExchangeHandlerFunction plainHandler(
            CloseableHttpClient services,
            GatewayMvcProperties properties,
            ObjectProvider<RequestHttpHeadersFilter> outgoing,
            ObjectProvider<ResponseHttpHeadersFilter> answered) {
        var client = RestClient.builder()
                .requestFactory(new HttpComponentsClientHttpRequestFactory(services))
                .build();
        return new ProxyExchangeHandlerFunction(new RestClientProxyExchange(client, properties), outgoing, answered);
    }

    @Bean
    ProxyExchangeHandlerFunction liveHandler(
            Waits waits,
            LiveStreams streams,
            ObjectProvider<RequestHttpHeadersFilter> outgoing,
            ObjectProvider<ResponseHttpHeadersFilter> answered) {
        var exchange = new LiveExchange(waits.connect(), waits.answer(), streams);
        return new ProxyExchangeHandlerFunction(exchange, outgoing, answered);
    }

    /**
     * Spring's handlers look for their header filters when they are told that the context is ready; by then the server has
     * taken its first connections, and failed on them.
     */
    @Bean
    SmartInitializingSingleton filtersBeforeTheFirstRequest(
            ApplicationContext context, List<ProxyExchangeHandlerFunction> handlers) {
        var ready = new ContextRefreshedEvent(context);
        return () -> handlers.forEach(handler -> handler.onApplicationEvent(ready));
    }
}
