"""Addresses of resources, below the area's."""

from django.urls import path

from .views import bills, lines

urlpatterns = [
    path("money/", lines.money, name="money"),
    path("money/new/", lines.new_line, name="money-new"),
    path("money/<int:pk>/", lines.line, name="money-line"),
    path("money/<int:pk>/pay/", bills.pay, name="money-pay"),
    path("money/<int:pk>/back/", lines.give_back, name="money-give-back"),
    path("money/<int:pk>/movements/", lines.movements, name="money-movements"),
    path("money/<int:pk>/movements.csv", lines.movements_csv, name="money-movements-csv"),
    path("money/bills/<int:pk>/", bills.bill, name="money-bill"),
    path("money/bills/<int:pk>/confirm/", bills.confirm, name="money-confirm"),
    path("money/bills/<int:pk>/back/", bills.take_back, name="money-take-back"),
    path("money/parts/<int:pk>/close/", bills.close, name="money-close"),
]
