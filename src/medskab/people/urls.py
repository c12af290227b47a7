"""Addresses of the people, below the area's."""

from django.urls import path

from .views import codes, mine, organisations, people, person_deeds

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/invite/", people.invite, name="invite"),
    path("people/organisations/", organisations.organisations, name="organisations"),
    path("people/organisations/<int:pk>/join/", organisations.join_organisation, name="join-organisation"),
    path("people/memberships/<int:pk>/end/", organisations.leave_organisation, name="leave-organisation"),
    path("people/codes/", codes.join_codes, name="join-codes"),
    path("people/codes/<int:pk>/end/", codes.end_join_code, name="end-join-code"),
    path("people/roles/<int:pk>/end/", person_deeds.end_role, name="end-role"),
    path("people/renewals/<int:pk>/", person_deeds.answer_renewal, name="answer-renewal"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/roles/", person_deeds.give_role, name="give-role"),
    path("people/<int:pk>/consents/", person_deeds.write_consent, name="write-consent"),
    path("people/<int:pk>/access/", person_deeds.renew_access, name="renew-access"),
    path("people/<int:pk>/erase/", mine.erase, name="erase-person"),
    path("mine/consents/", mine.answer_consent, name="answer-consent"),
    path("mine/age/", mine.say_age, name="say-age"),
    path("mine/data/", mine.my_data, name="my-data"),
]
