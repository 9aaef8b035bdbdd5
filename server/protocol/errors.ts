/**
 * The closed list of refusals. Codes travel, words live in the client's dictionary.
 * `retry` in an ack says whether the very same call may succeed later.
 */
export const errorCodes = [
  'bad_request', // the packet does not have the shape it must have
  'bad_event', // no such event
  'version', // the client speaks another version of the wire: reload
  'signed_out', // no valid identity: sign in, or renew the token
  'forbidden', // known, but not allowed
  'not_found', // no such thing, or not yours: the two look the same on purpose
  'too_fast', // rate limit; retry
  'unavailable', // the store cannot be reached; retry
  'internal', // a bug on our side, logged under an id; retry
  'chat_off', // W-2: web chat is visible to nobody
  'message_empty',
  'message_too_long',
  'id_taken', // the id belongs to somebody else's message
  'ticket_closed', // a closed web chat takes no reply
  'customer_blocked',
  'cannot_reopen', // S-2: a closed web chat stays closed
  'moment_passed', // S-1: a snooze needs a moment to come
  'conflict', // somebody changed it meanwhile: load it again
  'wrong_password',
  'link_used', // a setup or invitation link that was used, or has run out
  'no_consent', // SMS goes to subscribers only
  'opted_out', // M-3: the customer said STOP on this channel
  'window_over', // the 24 hours since the customer's last message are over
  'no_address', // nobody knows a mail address of the customer
  'not_connected', // the channel is switched off, or something is missing in its settings
  'wrong_channel', // this ticket cannot be answered by that channel
  'branded_sender', // a sender id made of letters cannot receive
  'bad_number', // no phone number that could be written to
  'file_not_possible', // the channel does not carry files of this kind
  'file_too_large', // larger than the channel carries
  'too_many_files', // more than the channel carries in one message
  'unfilled', // a variable of a macro stands raw in it
  'crossed', // a colleague answered while this was written
  'search_empty', // S-6: nothing in it to look for
  'search_too_long', // S-6: more than anybody types
  'search_too_wide', // S-6: it would take too long to look at all of it
  'last_owner',
  'email_taken',
  'not_ours', // D-1: the shop vouches for it, or it is nobody's record
  'name_taken', // another tag or team has that name
  'bad_address', // a webhook is told by https, at its usual port and by name (S11)
  'too_many', // as many as there may be: tags of a ticket, tags, teams
] as const
export type ErrorCode = (typeof errorCodes)[number]

export type Refused = { ok: false; code: ErrorCode; retry: boolean }
