package org.qibu.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2:3:4:5:6, 2001:0DB8:0001:0002::",
        "fe80::1%eth0, fe80::2",
        "::ffff:192.0.2.7, 192.0.2.7"
    })
    void addressesThatOneSenderChoosesAmongCountTogether(String one, String other) {
        assertThat(NetworkAddress.networkOf(one)).isEqualTo(NetworkAddress.networkOf(other));
    }

    @Test
    void neighboursCountEachForThemselves() {
        assertThat(NetworkAddress.networkOf("2001:db8:1:2::1"))
                .isNotEqualTo(NetworkAddress.networkOf("2001:db8:1:3::1"));
        assertThat(NetworkAddress.networkOf("192.0.2.7")).isNotEqualTo(NetworkAddress.networkOf("192.0.2.8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "", "unknown", "a:b", "::1::2"})
    void everythingElseStaysAsItIs(String address) {
        assertThat(NetworkAddress.networkOf(address)).isEqualTo(address);
    }
}
