package io.cleanplate.fetch;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** What is said of an answer without a picture, and of no answer at all. */
final class HttpFaults {
    private static final int MILLION = 1_000_000;

    private HttpFaults() {}

    /** Of a status that is no success. */
    static CleanplateException status(PictureAddress address, int status) {
        String host = address.host();
        return switch (status) {
            case 401, 407 ->
                new InputException(host + " gives " + address + " only to who has a password (" + status + ").");
            case 403, 451 -> new InputException(host + " does not give out " + address + " (" + status + ").");
            case 404, 410 -> new InputException("There is no picture at " + address + " any more (" + status + ").");
            case 408, 425 -> new UnavailableException(host + " did not get the request in time (" + status + ").");
            case 429 -> new UnavailableException(host + " was asked too often and wants a pause (429).");
            default ->
                status >= 500
                        ? new UnavailableException(host + " has a fault of its own (" + status + ").")
                        : new InputException(host + " has no picture to give at " + address + " (" + status + ").");
        };
    }

    /** Of an answer that did not come, or not whole. */
    static UnavailableException failure(PictureAddress address, TimeLimits times, IOException cause) {
        String host = address.host();
        return switch (cause) {
            case UnknownHostException unknown ->
                unavailable("The host " + host + " was not found: check its name, and the network.", cause);
            case ConnectTimeoutException timeout ->
                unavailable(host + " did not answer within " + seconds(times.connect()) + ".", cause);
            case ConnectException refused -> unavailable(host + " refused the connection.", cause);
            case NoRouteToHostException noRoute ->
                unavailable("No way leads to " + host + ": check the network.", cause);
            case InterruptedIOException silence ->
                unavailable(host + " sent nothing for " + seconds(times.stall()) + ".", cause);
            case SSLException tls ->
                unavailable(
                        "No secure connection to " + host + " could be made, so nothing was fetched ("
                                + tls.getMessage() + ").",
                        cause);
            case NoHttpResponseException nothing ->
                unavailable(host + " closed the connection without an answer.", cause);
            case MalformedChunkCodingException chunks -> notHttp(host, cause);
            case MessageConstraintException tooMuch -> notHttp(host, cause);
            case ClientProtocolException protocol -> notHttp(host, cause);
            default ->
                unavailable(host + " broke off the connection before the picture at " + address + " was whole.", cause);
        };
    }

    static UnavailableException tooSlow(PictureAddress address, Duration total) {
        return new UnavailableException(
                address.host() + " was too slow: the picture was not there after " + seconds(total) + ".");
    }

    static InputException tooLarge(Object address, long limit) {
        return new InputException("The file at " + address + " has more than the limit of "
                + String.format(Locale.ROOT, "%d", Math.ceilDiv(limit, MILLION)) + " MB.");
    }

    private static UnavailableException notHttp(String host, IOException cause) {
        return unavailable(host + " answered with something that is not HTTP.", cause);
    }

    private static UnavailableException unavailable(String sentence, IOException cause) {
        return new UnavailableException(sentence, cause);
    }

    private static String seconds(Duration duration) {
        long whole = Math.max(1, duration.toSeconds());
        return whole + (whole == 1 ? " second" : " seconds");
    }
}
