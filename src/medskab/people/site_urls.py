"""Addresses of the people that belong to no area; some stand before the sign-in library's own."""

from django.urls import path

from .views import codes, demo, mail, mine, security

urlpatterns = [
    path("me/", mine.my_things, name="my_things"),
    path("account/login/code/", security.sign_in_again, name="sign-in-again"),
    path("account/2fa/", security.security, name="security"),
    path("account/2fa/webauthn/", security.security, name="security-keys"),
    path("account/second-factor/", security.second_factor, name="second-factor"),
    path("account/second-factor/done/", security.security_done, name="security-done"),
    path("account/devices/end/", security.end_device, name="end-device"),
    path("account/devices/end-others/", security.end_other_devices, name="end-other-devices"),
    path("account/mail/", mail.change_mail, name="change-mail"),
    path("account/mail/code/", mail.change_mail_code, name="change-mail-code"),
    path("demo/login/<str:token>/", demo.demo_login, name="demo-login"),
    path("k/", codes.open_code, name="open-code"),
    path("k/<str:code>/", codes.follow_code, name="follow-code"),
]
