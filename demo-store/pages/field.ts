import { type Html, html } from '../html.ts'

export type Filled = { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> }

export type Field = {
  name: string
  label: string
  type?: 'text' | 'email' | 'tel'
  autocomplete?: string
  required?: boolean
  hint?: string
  className?: string
}

const told = (name: string, error: string | undefined, hint: string | undefined): Html | null =>
  error || hint
    ? html` aria-describedby="${[hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')}"`
    : null

const complaint = (name: string, error: string | undefined): Html | null =>
  error ? html`<p class="field-error" id="${name}-error">${error}</p>` : null

/** A label, its field, what helps and what is wrong with it. */
export const field = (
  { values, errors }: Filled,
  { name, label, type = 'text', autocomplete, required = true, hint, className }: Field,
): Html => {
  const error = errors[name]
  return html`<div class="field${className ? ` ${className}` : ''}"><label for="${name}">${label}${required ? null : html` <span class="soft">optional</span>`}</label>${hint ? html`<p class="field-hint" id="${name}-hint">${hint}</p>` : null}<input id="${name}" name="${name}" type="${type}" value="${values[name] ?? ''}"${autocomplete ? html` autocomplete="${autocomplete}"` : null}${required ? html` required` : null}${error ? html` aria-invalid="true"` : null}${told(name, error, hint)}>${complaint(name, error)}</div>`
}

export const choose = (
  { values, errors }: Filled,
  name: string,
  label: string,
  autocomplete: string,
  options: Readonly<Record<string, string>>,
): Html => {
  const error = errors[name]
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}" autocomplete="${autocomplete}" required${error ? html` aria-invalid="true"` : null}${told(name, error, undefined)}><option value="">Choose</option>${Object.entries(options).map(([code, text]) => html`<option value="${code}"${values[name] === code ? html` selected` : null}>${text}</option>`)}</select>${complaint(name, error)}</div>`
}

/** On top of a form that came back: how many things, each a link to its field. */
export const summary = (errors: Readonly<Record<string, string>>): Html | null => {
  const list = Object.entries(errors)
  if (list.length === 0) return null
  return html`<div class="problems" role="alert" tabindex="-1" id="problems"><h2>${list.length === 1 ? 'One thing to mend' : `${list.length} things to mend`}</h2><ul>${list.map(([name, text]) => html`<li><a href="#${name}">${text}</a></li>`)}</ul></div>`
}
