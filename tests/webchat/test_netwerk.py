"""Whatever the network does, the student is never left waiting, and nothing is said twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.webchat.chat import Chat
from tests.webchat.nepbot import NepBot
from tests.webchat.nepbot import Storing


@pytest.fixture
def gesprek(chat: Callable[..., Chat]) -> Chat:
    """The chat, with a clock that the test moves."""
    return chat(klok=True)


def tot_het_klaar_is(gesprek: Chat, aantal: int, bot: NepBot) -> None:
    """Let the pauses pass until the server was asked this often; while it is at work no time passes."""
    for _ in range(300):
        bot.wacht_tot_niets_loopt()
        if len(bot.berichten()) >= aantal:
            return
        gesprek.verstrijk(0.5)
    raise AssertionError(f"maar {len(bot.berichten())} keer gevraagd")


STORINGEN: list[Storing] = ["stil", "rommel", 500, (200, {"berichten": []}), (200, {"berichten": [{}]}), (200, {})]


def test_a_fault_is_tried_again_and_the_student_sees_nothing_of_it(gesprek: Chat, bot: NepBot) -> None:
    """With the same number, so that the server does it once."""
    for nummer, storing in enumerate(STORINGEN):
        bot.storingen.append(storing)
        gesprek.stuur(f"vraag {nummer}")
        tot_het_klaar_is(gesprek, 2 * nummer + 2, bot)
        gesprek.zie(f"Je zei: vraag {nummer}")
    assert len(STORINGEN) == len({bericht["id"] for bericht in bot.berichten()})
    expect(gesprek.paneel.get_by_text("Niet verzonden.")).to_have_count(0)


def test_a_line_that_breaks_is_no_different(gesprek: Chat) -> None:
    """The browser itself gets nothing through."""
    gesprek.page.route("**/widget/bericht", lambda route: route.abort())
    gesprek.stuur("dag")
    for _ in range(2):
        gesprek.verstrijk(3)
    expect(gesprek.knop("Opnieuw proberen")).to_be_visible()
    gesprek.page.unroute("**/widget/bericht")
    gesprek.knop("Opnieuw proberen").click()
    gesprek.zie("Je zei: dag")


def test_an_answer_that_got_lost_is_not_worked_out_twice(gesprek: Chat, bot: NepBot) -> None:
    """The server did it, but its answer did not arrive."""
    eerst = bot.doe

    def verlies(pad: str, lichaam: dict[str, object]) -> object:
        eerst(pad, lichaam)
        bot.doe = eerst  # type: ignore[method-assign]
        return "stil"

    bot.doe = verlies  # type: ignore[assignment, method-assign]
    gesprek.stuur("dag")
    tot_het_klaar_is(gesprek, 2, bot)
    gesprek.zie("Je zei: dag")
    assert ["dag"] == bot.verwerkt


def test_what_cannot_be_sent_says_so_and_can_be_sent_again(gesprek: Chat, bot: NepBot) -> None:
    """The message stays; the focus stays with it when the button goes."""
    bot.storingen.extend([502] * 3)
    gesprek.stuur("dag")
    tot_het_klaar_is(gesprek, 3, bot)
    expect(gesprek.regels.last).to_contain_text("Niet verzonden.")
    assert any(zin.startswith("Niet verzonden.") for zin in gesprek.gehoord())
    expect(gesprek.gesprek.locator(".typt")).to_be_hidden()
    gesprek.knop("Opnieuw proberen").click()
    assert "dag" in gesprek.focus()
    gesprek.zie("Je zei: dag")
    assert ["dag"] == bot.verwerkt
    assert 1 == len({bericht["id"] for bericht in bot.berichten()})


def test_what_stands_behind_a_failed_message_fails_with_it(gesprek: Chat, bot: NepBot) -> None:
    """And each can be sent again."""
    bot.storingen.extend([502] * 3)
    gesprek.stuur("een")
    gesprek.stuur("twee")
    tot_het_klaar_is(gesprek, 3, bot)
    expect(gesprek.page.get_by_role("button", name="Opnieuw proberen")).to_have_count(2)
    gesprek.page.get_by_role("button", name="Opnieuw proberen").first.click()
    gesprek.zie("Je zei: een")
    gesprek.page.get_by_role("button", name="Opnieuw proberen").click()
    gesprek.zie("Je zei: twee")


def test_offline_a_message_waits_and_goes_out_by_itself(gesprek: Chat, bot: NepBot) -> None:
    """The student is told, and may go on writing."""
    gesprek.page.context.set_offline(True)
    melding = gesprek.paneel.locator(".balk").filter(has_text="Geen verbinding.")
    expect(melding).to_be_visible()
    gesprek.stuur("een")
    gesprek.stuur("twee")
    expect(gesprek.regels.last).to_contain_text("Wacht op verbinding")
    expect(gesprek.gesprek.locator(".typt")).to_be_hidden()
    assert "Wacht op verbinding" in gesprek.gehoord()
    assert [] == bot.berichten()
    gesprek.page.context.set_offline(False)
    gesprek.zie("Je zei: een")
    gesprek.zie("Je zei: twee")
    expect(melding).to_be_hidden()
    expect(gesprek.gesprek.get_by_text("Wacht op verbinding")).to_have_count(0)
    assert ["een", "twee"] == bot.verwerkt
    assert "Je hebt weer verbinding." in gesprek.gehoord()


def test_what_failed_goes_out_too_when_the_connection_returns(gesprek: Chat, bot: NepBot) -> None:
    """A student need not press for each."""
    bot.storingen.extend([502] * 3)
    gesprek.stuur("dag")
    tot_het_klaar_is(gesprek, 3, bot)
    expect(gesprek.knop("Opnieuw proberen")).to_be_visible()
    gesprek.page.context.set_offline(True)
    gesprek.page.context.set_offline(False)
    gesprek.zie("Je zei: dag")


def test_a_message_that_waits_survives_a_reload(gesprek: Chat, bot: NepBot) -> None:
    """It goes out from the next page."""
    bot.dicht.clear()
    gesprek.stuur("dag")
    expect(gesprek.gesprek.locator(".typt")).to_be_visible()
    gesprek.page.reload()
    bot.dicht.set()
    gesprek.zie("Je zei: dag")
    assert ["dag"] == bot.verwerkt


def test_a_busy_server_gets_the_patience_it_asks_for(gesprek: Chat, bot: NepBot) -> None:
    """Not a moment less, and the student hears how long."""
    bot.storingen.append((429, {"fout": "Te veel.", "wacht": 7}))
    gesprek.stuur("dag")
    expect(gesprek.gesprek.locator(".typt")).to_be_visible()
    gesprek.page.wait_for_function("() => window.gehoord.some((zin) => zin.includes('over 7 seconden'))")
    gesprek.verstrijk(6.9)
    assert 1 == len(bot.berichten())
    tot_het_klaar_is(gesprek, 2, bot)
    gesprek.zie("Je zei: dag")


def test_a_server_that_starts_is_waited_for(gesprek: Chat, bot: NepBot) -> None:
    """Longer than a fault is."""
    bot.storingen.extend([503] * 5)
    gesprek.stuur("dag")
    tot_het_klaar_is(gesprek, 6, bot)
    gesprek.zie("Je zei: dag")


def test_a_server_that_never_starts_is_not_waited_for_forever(gesprek: Chat, bot: NepBot) -> None:
    """In the end the student can do something."""
    bot.storingen.extend([503] * 20)
    gesprek.stuur("dag")
    tot_het_klaar_is(gesprek, 9, bot)
    expect(gesprek.knop("Opnieuw proberen")).to_be_visible()


def test_an_expired_session_is_renewed_without_losing_the_question(gesprek: Chat, bot: NepBot) -> None:
    """The student is told that the assistant has forgotten the rest."""
    gesprek.zeg("een")
    bot.geldig.clear()
    gesprek.stuur("twee")
    gesprek.zie("Je zei: twee")
    expect(gesprek.melding).to_have_text("Je vorige gesprek is afgelopen. De assistent weet er niets meer van.")


def test_a_button_of_an_expired_session_sends_its_title(gesprek: Chat, bot: NepBot) -> None:
    """Its payload was signed for the old one."""
    bot.geldig.clear()
    gesprek.knop("Wat is leerkrediet?").click()
    gesprek.zie("Je zei: Wat is leerkrediet?")


def test_a_button_that_is_no_longer_offered_sends_its_title(gesprek: Chat, bot: NepBot) -> None:
    """As if it were typed."""
    bot.storingen.append(403)
    gesprek.knop("Wat is leerkrediet?").click()
    gesprek.zie("Je zei: Wat is leerkrediet?")


def test_a_session_that_stays_unknown_ends_in_a_clear_failure(gesprek: Chat, bot: NepBot) -> None:
    """No endless circle of new sessions."""
    bot.storingen.extend([401] * 5)
    gesprek.stuur("dag")
    expect(gesprek.knop("Opnieuw proberen")).to_be_visible()
    assert 2 == len(bot.berichten())


def test_what_the_server_refuses_is_explained_in_its_words(gesprek: Chat, bot: NepBot) -> None:
    """Sending it again would not help, so there is no button for it."""
    for status in (400, 403, 413):
        bot.storingen.append(status)
        gesprek.stuur("dag")
        expect(gesprek.regels.last).to_contain_text(f"Niet verzonden. storing {status}")
    expect(gesprek.page.get_by_role("button", name="Opnieuw proberen")).to_have_count(0)
    gesprek.zeg("iets anders")


def test_a_server_that_hangs_is_given_up(gesprek: Chat, bot: NepBot) -> None:
    """After its time, three times."""
    bot.dicht.clear()
    gesprek.stuur("dag")
    for aantal in (2, 3):
        gesprek.verstrijk(36)
        tot_het_klaar_is(gesprek, aantal, bot)
    gesprek.verstrijk(36)
    expect(gesprek.knop("Opnieuw proberen")).to_be_visible()
    bot.dicht.set()
