/**
 * The thin layer between the web server and the features. A feature writes one {@link dev.touchstone.http.Routes}: a list of
 * {@link dev.touchstone.http.Route}s, each a method, a path, what it takes and gives, and a function from
 * {@link dev.touchstone.http.Request} to {@link dev.touchstone.http.Answer}. No type of the web server reaches a feature.
 *
 * <p>What holds:
 *
 * <ul>
 *   <li>Every refusal is an RFC 9457 problem: what is wrong, where, and what would be right. What the program itself did wrong is a
 *       500 with an identifier of the log entry and nothing of its inside.
 *   <li>A request is checked against its route before the route's function runs: path, method, media types, names of the parameters.
 *       So a test can compare the routes with the contract, and bad input never has half an effect.
 *   <li>Without an access token the server answers only requests that a page of another site cannot have made.
 * </ul>
 */
package dev.touchstone.http;
