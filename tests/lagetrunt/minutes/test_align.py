import uuid

from hypothesis import given
from hypothesis import strategies as st

from lagetrunt.minutes.align import New, Old, align

GROUPS = st.sampled_from(["1", "2"])
RECORDS = st.lists(st.tuples(GROUPS, st.text("abcå ", max_size=10)), max_size=8)


def known(pairs):
    return [Old(uuid.uuid5(uuid.NAMESPACE_DNS, str(n)), group, text) for n, (group, text) in enumerate(pairs)]


def fresh(pairs):
    return [New(group, text) for group, text in pairs]


@given(RECORDS)
def test_the_same_text_read_again_gives_the_same_records(pairs):
    old = known(pairs)

    result = align(old, fresh(pairs))

    assert result.ids == tuple(one.id for one in old)
    assert result.vanished == ()


@given(RECORDS, RECORDS)
def test_nothing_is_lost_and_nothing_is_matched_twice(before, after):
    old = known(before)

    result = align(old, fresh(after))

    matched = [key for key in result.ids if key is not None]
    assert sorted([*matched, *result.vanished], key=str) == sorted((one.id for one in old), key=str)
    assert len(result.ids) == len(after)


@given(
    st.lists(st.tuples(GROUPS, st.text("abcå ", max_size=10)), max_size=7, unique_by=lambda pair: pair[1]),
    st.randoms(),
)
def test_moved_passages_are_still_the_same_records(pairs, random):
    old = known(pairs)
    by_text = {one.text: one.id for one in old}
    moved = list(pairs)
    random.shuffle(moved)

    result = align(old, fresh(moved))

    assert result.ids == tuple(by_text[text] for _, text in moved)


@given(
    RECORDS,
    st.lists(st.tuples(GROUPS, st.text("abcå ", max_size=10)), max_size=6, unique_by=lambda pair: pair[1]),
    st.randoms(),
)
def test_the_order_of_what_we_have_does_not_matter_where_no_text_stands_twice(after, before, random):
    old = known(before)
    shuffled = list(old)
    random.shuffle(shuffled)

    assert align(old, fresh(after)).ids == align(shuffled, fresh(after)).ids


def test_a_changed_passage_is_the_most_similar_record_within_its_point():
    old = known([("1", "ada frågar i skara"), ("1", "bo köper lera"), ("2", "ada frågar i skövde")])

    result = align(old, fresh([("1", "ada frågar i skara om ugnen")]))

    assert result.ids == (old[0].id,)
    assert set(result.vanished) == {old[1].id, old[2].id}


def test_an_unlike_passage_is_a_new_record():
    old = known([("1", "ada frågar i skara")])

    result = align(old, fresh([("1", "mötet avslutas med tårta")]))

    assert result.ids == (None,)
    assert result.vanished == (old[0].id,)


def test_the_second_of_two_equal_passages_stays_the_second():
    old = known([("1", "inget"), ("1", "inget")])

    assert align(old, fresh([("1", "inget"), ("1", "inget")])).ids == (old[0].id, old[1].id)
