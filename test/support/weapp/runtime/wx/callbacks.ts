/** The options every asynchronous `wx` function takes. */
export interface WxOptions {
  success?(result: object): void
  fail?(result: object): void
  complete?(result: object): void
  [option: string]: unknown
}

/** The refusal of a `wx` function; `detail` follows the colon of `errMsg`. */
export class WxFailure extends Error {
  constructor(
    readonly detail: string,
    readonly extra: object = {},
  ) {
    super(detail)
  }
}

/** One asynchronous `wx` function. */
export type WxWork = (options: WxOptions) => object | undefined | Promise<object | undefined>

/**
 * Give `work` WeChat's manners: callbacks when there are any, else a promise; `errMsg` either way.
 * Errors of the app's own callbacks are not caught here.
 */
export function asynchronous(
  name: string,
  work: WxWork,
): (options?: WxOptions) => Promise<object> | undefined {
  const run = async (options: WxOptions) => {
    await Promise.resolve()
    return { ...(await work(options)), errMsg: `${name}:ok` }
  }
  const explain = (problem: unknown) => {
    const failure = problem instanceof WxFailure ? problem : new WxFailure(String(problem))
    return { ...failure.extra, errMsg: `${name}:fail ${failure.detail}` }
  }
  return (options = {}) => {
    const outcome = run(options)
    if (!options.success && !options.fail && !options.complete) {
      return outcome.catch(problem => Promise.reject(explain(problem)))
    }
    void outcome.then(
      result => {
        options.success?.(result)
        options.complete?.(result)
      },
      problem => {
        options.fail?.(explain(problem))
        options.complete?.(explain(problem))
      },
    )
    return undefined
  }
}
