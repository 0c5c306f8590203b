package cn.qianfa.gateway.route;

import java.time.Duration;

/**
 * How long a service is waited for, and how many are asked at once.
 *
 * @param connect until it takes the connection
 * @param answer until it says something
 * @param connections to one service
 */
public record Waits(Duration connect, Duration answer, int connections) {}
