"""Signing in by a code sent in a mail, and out again, and the language of the pages: the libraries' views under Swedish addresses.

No passwords anywhere.
"""

from allauth.account import views
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from django.views.i18n import set_language

from lagetrunt.people import demo

urlpatterns = [
    path("logga-in/", views.request_login_code, name="account_login"),
    path("logga-in/", views.request_login_code, name="account_request_login_code"),
    path("logga-in/kod/", views.confirm_login_code, name="account_confirm_login_code"),
    path("logga-ut/", views.logout, name="account_logout"),
    path("vilande/", views.account_inactive, name="account_inactive"),
    path("inget-konto/", TemplateView.as_view(template_name="people/no_account.html"), name="account_signup"),
    # No token: the choice changes nothing but words, and has to work from pages that are made without a request too.
    path("sprak/", csrf_exempt(require_POST(set_language)), name="language"),
    path("prova-som/", demo.door, name="demo"),
]
