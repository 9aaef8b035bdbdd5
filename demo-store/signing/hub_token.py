# Python 3: who is signed in, in the shop's own hand. The secret stays on the server; the answer is never cached.
import base64
import hashlib
import hmac
import json
import time


def hub_token(customer, shop_id, shop_secret, now=None):
    """customer has an id, and email, name, phone and locale as far as the shop knows them; now is in seconds."""
    now = int(time.time()) if now is None else now
    known = {name: value for name, value in customer.items() if name != "id"}

    def url(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    def part(value):
        return url(json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode())

    claims = {**known, "sub": str(customer["id"]), "aud": shop_id, "iat": now, "exp": now + 600}
    text = part({"alg": "HS256", "typ": "JWT"}) + "." + part(claims)
    signature = hmac.new(shop_secret.encode(), text.encode(), hashlib.sha256).digest()
    return text + "." + url(signature)
