export { customerForecast } from '../../src/core/journey/value/customer-forecast.ts';
export { fitPurchaseModel } from '../../src/core/journey/value/fit-purchase-model.ts';
export { fitSpendModel } from '../../src/core/journey/value/spend-model.ts';
