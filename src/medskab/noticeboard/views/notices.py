"""Notices: what hangs there now, what hung there, and keeping them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import anyone, page
from medskab.noticeboard import actions, queries, rules
from medskab.noticeboard.forms import NoticeForm, as_written
from medskab.noticeboard.models import Notice

from .doing import Doing, carried_out
from .finding import notice_at

_ON_ONE_PAGE = 30
NEW = Doing(_("Put up a notice"), _("Put it up"), _("The notice is on the board."), "notices")
CHANGE = Doing(_("Change the notice"), _("Keep the changes"), _("The notice is changed."), "notices")
TAKE_DOWN = Doing(
    _("Take the notice down?"),
    _("Take it down"),
    _("The notice is in the archive."),
    "notices",
    lead=_("It goes off the board at once and stays in the archive."),
    is_dangerous=True,
)


def _today() -> Any:
    return timezone.localdate(now())


@page(anyone)
def notices(request: Any) -> HttpResponse:
    """What hangs on the board now."""
    may_post = rules.may_post(request.person, request.area)
    context = {
        "notices": queries.notices_now(request.area, None, _today()),
        "coming": queries.notices_coming(request.area, _today()) if may_post else (),
        "may_post": may_post,
    }
    return render(request, "noticeboard/notices.html", context)


@page(anyone)
def archive(request: Any) -> HttpResponse:
    """What hung there, and papers that hold no more."""
    gone = Paginator(queries.notices_gone(request.area, _today()), _ON_ONE_PAGE)
    context = {
        "page": gone.get_page(request.GET.get("page")),
        "documents": queries.documents_gone(request.area)[:_ON_ONE_PAGE],
    }
    return render(request, "noticeboard/archive.html", context)


@page(rules.may_read, find=notice_at)
def notice(request: Any, notice: Notice) -> HttpResponse:
    """One notice alone."""
    context = {
        "one": notice,
        "is_over": notice.has_ended(_today()),
        "may_post": rules.may_change(request.person, notice),
    }
    return render(request, "noticeboard/notice.html", context)


@page(rules.may_post)
def new(request: Any) -> HttpResponse:
    """Put a notice up."""
    day = _today()
    form = NoticeForm(request.POST or None, area=request.area, initial={"from_on": day})
    return carried_out(request, form, NEW, actions.put_up, area=request.area)


@page(rules.may_change, find=notice_at)
def change(request: Any, notice: Notice) -> HttpResponse:
    """Word it better, or move its days."""
    if notice.taken_down_at:
        raise Http404
    initial = as_written(notice, NoticeForm)
    form = NoticeForm(request.POST or None, area=request.area, initial=initial)
    return carried_out(request, form, CHANGE, actions.change_notice, notice=notice)


@page(rules.may_change, find=notice_at)
def take_down(request: Any, notice: Notice) -> HttpResponse:
    """Off the board."""
    form = DeedForm(request.POST or None)
    return carried_out(request, form, TAKE_DOWN, actions.take_down, notice=notice)
