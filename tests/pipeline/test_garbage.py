import gc

import pytest

from kg.garbage import OBJECTS, seldom


def test_garbage_is_collected_seldom_and_as_before_afterwards():
    before = gc.get_threshold()
    with pytest.raises(KeyError), seldom():
        within = gc.get_threshold()
        raise KeyError
    assert (within[0], gc.get_threshold()) == (OBJECTS, before)
