/** Why people leave a cart, as the articles name it. */
export type CartCause = 'unexpected-cost' | 'forced-account' | 'complex-process' | 'lack-of-trust' | 'no-follow-up';

/** A cause with what can be done and the catalogue's KPIs that show it. Words: `cart-cause-text.ts`. */
export const CART_CAUSES: Readonly<Record<CartCause, readonly string[]>> = {
  'unexpected-cost': ['shipping-abandonment-rate', 'free-shipping-order-value'],
  'forced-account': ['guest-order-share', 'account-dropoff-rate'],
  'complex-process': ['form-input-time', 'checkout-step-rate', 'form-error-rate'],
  'lack-of-trust': ['purchase-cvr-change', 'payment-method-share'],
  'no-follow-up': ['cart-reminder-open-rate', 'cart-reminder-click-rate', 'cart-recovery-rate', 'retargeting-roas'],
};

/** One step of a checkout: its name, how many went in and how many of them went on, and the share that usually goes on. */
export interface CheckoutStep {
  readonly name: string;
  readonly entered: number;
  readonly passed: number;
  /** From another period or a benchmark, 0 to 1. */
  readonly usual?: number;
}

export interface LikelyCause {
  readonly cause: CartCause;
  /** The step whose losses stand out; absent when none does. */
  readonly step?: string;
  /** Share that went on there. */
  readonly rate?: number;
}

/** A step stands out when it keeps this much less than usual, or than the other steps on average. */
const STANDS_OUT = 0.1;

/**
 * The likely cause of abandoned carts from where people leave. [VAL-63]
 *
 * Out   the cause that belongs to the step that falls furthest below what is usual for it (or below the mean of the other
 *       steps); no step by 10 points: what is missing is follow-up. Undefined without a step anybody entered.
 *       A hint where to look first, not a proof.
 */
export function likelyCause(steps: readonly CheckoutStep[]): LikelyCause | undefined {
  const entered = steps.filter(step => step.entered > 0).map(step => ({ ...step, rate: step.passed / step.entered }));
  if (entered.length === 0) return undefined;
  const gaps = entered.map(step => {
    const others = entered.filter(other => other !== step);
    const usual = step.usual ?? (others.length > 0 ? others.reduce((sum, { rate }) => sum + rate, 0) / others.length : 1);
    return { step, gap: usual - step.rate };
  });
  const worst = gaps.reduce((most, next) => (next.gap > most.gap ? next : most));
  const cause = causeOf(worst.step.name);
  if (worst.gap < STANDS_OUT || !cause) return { cause: 'no-follow-up' };
  return { cause, step: worst.step.name, rate: worst.step.rate };
}

/** What a step of this name asks of people; undefined where the name does not tell. */
export function causeOf(name: string): CartCause | undefined {
  const text = name.toLowerCase();
  if (/shipping|delivery|送料|配送|手数料|fee/u.test(text)) return 'unexpected-cost';
  if (/account|log_?in|sign_?up|regist|会員|アカウント|ログイン/u.test(text)) return 'forced-account';
  if (/pay|card|支払|決済/u.test(text)) return 'lack-of-trust';
  if (/form|address|confirm|checkout|review|入力|確認|手続/u.test(text)) return 'complex-process';
  return undefined;
}
