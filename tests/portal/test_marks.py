"""Ticks and radio buttons are known by the text on one side, whichever side that is."""

import pytest

from assist_bot.errors import PortalChanged
from tests.portal.gallery import Gallery

ONE, TWO = "<input type='checkbox' data-is='right'>", "<input type='checkbox' data-is='wrong'>"
TICKS = {
    "joined": f"<input type=checkbox id=c data-is='right'><label for=c>Same Address</label>{TWO} Other",
    "around": f"<label>{ONE} Same Address</label><label>{TWO} Other</label>",
    "text after": f"<p>{ONE} Same Address</p><p>{TWO} Other</p>",
    "text before": f"<p>Same Address {ONE}</p><p>Other {TWO}</p>",
    "text after, in one line": f"<p>{ONE} Same Address {TWO} Other</p>",
    "text before, in one line": f"<p>Other {TWO} Same Address {ONE}</p>",
    "text in spans": f"<p>{ONE}<span>Same <b>Address</b></span> {TWO}<span>Other</span></p>",
    "below boxes, without a block of its own": f"<h3>Address</h3><input> {ONE} Same Address<div>Town</div><input>",
    "text in pieces": f"<p>{ONE}<b></b> <span>Same</span> <b>Address</b></p><p>{TWO} Other</p>",
    "cell after": f"<table><tr><td>{ONE}</td><td>Same Address</td></tr><tr><td>{TWO}</td><td>Other</td></tr></table>",
    "cell before": f"<table><tr><td>Same Address</td><td>{ONE}</td></tr><tr><td>Other</td><td>{TWO}</td></tr></table>",
    "cells in one row": f"<table><tr><td>{TWO}</td><td>Other</td><td>{ONE}</td><td>Same Address</td></tr></table>",
    "read aloud": f"<input type=checkbox aria-label='Same Address' data-is='right'>{TWO}",
    "drawn over": "<label><input type=checkbox style='opacity:0;position:absolute' data-is='right'><span style='display:inline-block;width:14px;height:14px;border:1px solid'></span> Same Address</label>",
    "hidden, its label is pressed": "<input type=checkbox id=c style='display:none' data-is='right'><label for=c class='btn'>Same Address</label>",
}


@pytest.mark.parametrize("dress", TICKS)
def test_a_tick_is_set_by_the_text_beside_it(gallery: Gallery, dress: str) -> None:
    """That tick and no other, and again it stays set."""
    portal = gallery.show(TICKS[dress])
    portal.tick("Same Address")
    portal.tick("Same Address")
    assert gallery.changed == {"right": True}


DOUBTS = {
    "text on both sides": f"<p>Same Address {ONE} Same Address {TWO} Same Address</p>",
    "two of one name": f"<p>{ONE} Same Address</p><p>{TWO} Same Address</p>",
    "in a sentence": f"<p>{ONE} Same Address as before</p>",
    "goes back": "<p><input type=checkbox onclick='return false' data-is='right'> Same Address</p>",
    "another's text": "<input type=checkbox aria-label='Other' data-is='wrong'><span>Same Address</span>",
}


@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_tick_in_doubt_is_not_set(gallery: Gallery, doubt: str) -> None:
    """Where its text could be another's, or it does not stay set, the run stops."""
    portal = gallery.show(DOUBTS[doubt])
    with pytest.raises(PortalChanged):
        portal.tick("Same Address")
    assert gallery.changed == {}


M, F = "<input type='radio' name='g' data-is='wrong'>", "<input type='radio' name='g' data-is='right'>"
OTHERS = "<div>Gender of child</div><p><input type='radio' name='h' data-is='wrong too'> Male <input type='radio' name='h' data-is='wrong three'> Female</p>"
RADIOS = {
    "text after": f"<div>Gender</div><p>{M} Male {F} Female</p>",
    "text before": f"<div>Gender</div><p>Male {M} Female {F}</p>",
    "all in one line": f"<p>Gender {M} Male {F} Female</p>",
    "text close after": f"<p>Gender &nbsp; &nbsp; &nbsp; &nbsp; {M}Male &nbsp; &nbsp; &nbsp; {F}Female</p>",
    "labels around": f"<div>Gender <span class='red'>*</span></div><label>{M} Male</label><label>{F} Female</label>",
    "labels joined": "<div>Gender</div><input type=radio name=g id=m data-is='wrong'><label for=m>Male</label><input type=radio name=g id=f data-is='right'><label for=f>Female</label>",
    "one below the other": f"<div>Gender</div>{M} Male<br>{F} Female",
    "help below": f"<div>Gender</div><div>{M} Male {F} Female<div></div><small>What is the Gender? See the list.</small></div>",
    "legend": f"<fieldset><legend>Gender</legend>{M} Male {F} Female</fieldset>",
    "title in spans": f"<div>Gen<b>der</b></div><p>{M} Male {F} Female</p>",
    "cells": f"<table><tr><td>Gender</td><td>{M}</td><td>Male</td><td>{F}</td><td>Female</td></tr></table>",
    "named group": f"<div role='radiogroup' aria-label='Gender'>{M} Male {F} Female</div>",
    "upper case": f"<div class='up'>Gender</div><p class='up'>{M} male {F} female</p>",
}


@pytest.mark.parametrize("dress", RADIOS)
def test_a_radio_button_is_chosen_by_its_title_and_its_text(gallery: Gallery, dress: str) -> None:
    """Female of the very group that is asked for."""
    gallery.show(RADIOS[dress] + OTHERS).choose("Gender", "Female")
    assert gallery.changed == {"right": True}


GROUPS_IN_DOUBT = {
    "another group": OTHERS,
    "two groups of one title": f"<div>Gender</div><p>{M} Male {F} Female</p>"
    + OTHERS.replace(" of child", ""),
    "nothing says on which side": f"<div>Gender</div><p>Female {M} Male {F} Female</p>",
    "stays as it is": "<div>Gender</div><p><input type=radio name=g onclick='return false' data-is='wrong'> Female</p>",
}


@pytest.mark.parametrize("doubt", GROUPS_IN_DOUBT)
def test_a_radio_button_in_doubt_is_not_chosen(gallery: Gallery, doubt: str) -> None:
    """The run stops, with nothing chosen."""
    portal = gallery.show(GROUPS_IN_DOUBT[doubt])
    with pytest.raises(PortalChanged):
        portal.choose("Gender", "Female")
    assert gallery.changed == {}
