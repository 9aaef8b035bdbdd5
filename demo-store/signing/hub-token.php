<?php
// PHP: who is signed in, in the shop's own hand. The secret stays on the server; the answer is never cached.

/** $customer has an id, and email, name, phone and locale as far as the shop knows them; $now is in seconds. */
function hub_token(array $customer, string $shopId, string $shopSecret, ?int $now = null): string
{
    $now ??= time();
    $id = $customer['id'];
    unset($customer['id']);
    $url = fn (string $bytes) => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    $part = fn (array $value) => $url(json_encode(
        $value,
        JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR
    ));
    $claims = ['sub' => (string) $id, 'aud' => $shopId, 'iat' => $now, 'exp' => $now + 600];
    $text = $part(['alg' => 'HS256', 'typ' => 'JWT']) . '.' . $part(array_merge($customer, $claims));
    return $text . '.' . $url(hash_hmac('sha256', $text, $shopSecret, true));
}
