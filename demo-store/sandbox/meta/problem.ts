import type { Response } from 'express'

/** Meta's way of saying no. */
export const problem = (code: number, message: string, subcode?: number): object => ({
  error: {
    message: `(#${code}) ${message}`,
    type: code === 190 ? 'OAuthException' : 'GraphMethodException',
    code,
    ...(subcode !== undefined && { error_subcode: subcode }),
    ...(code === 2 && { is_transient: true }),
    fbtrace_id: 'sandbox',
  },
})

export const refuse = (response: Response, status: number, code: number, message: string, subcode?: number): void =>
  void response.status(status).json(problem(code, message, subcode))
