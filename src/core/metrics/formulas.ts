import { symbols, type Formula, type FormulaSymbol } from '../nn/formula'

const counts: FormulaSymbol = {
  tex: String.raw`\mathrm{TP},\mathrm{FP},\mathrm{FN},\mathrm{TN}`,
  en: 'true positives, false positives, false negatives, true negatives',
  zh: '真正例、假正例、假反例、真反例数'
}
const prediction: FormulaSymbol = { tex: String.raw`\hat y_i`, en: 'prediction for row i', zh: '对样本 i 的预测' }
const precision: FormulaSymbol = { tex: 'P', en: 'precision', zh: '精确率' }
const recall: FormulaSymbol = { tex: 'R', en: 'recall', zh: '召回率' }

/** The formula of each metric, by the name of its field. */
export const metricFormulas = {
  accuracy: {
    lines: [String.raw`\frac1N\sum_i\mathbb 1[\hat y_i=y_i]`],
    symbols: [symbols.rows, { tex: String.raw`\hat y_i=y_i`, en: 'the prediction is right', zh: '预测正确' }]
  },
  logLoss: { lines: [String.raw`-\frac1N\sum_i\ln p_{i,y_i}`], symbols: [symbols.rows, symbols.probability, symbols.truth] },
  precision: { lines: [String.raw`P=\frac{\mathrm{TP}}{\mathrm{TP}+\mathrm{FP}}`], symbols: [counts] },
  recall: { lines: [String.raw`R=\frac{\mathrm{TP}}{\mathrm{TP}+\mathrm{FN}}`], symbols: [counts] },
  f1: { lines: [String.raw`F_1=\frac{2PR}{P+R}`], symbols: [precision, recall] },
  auc: {
    lines: [
      String.raw`\mathrm{AUC}=\int_0^1\mathrm{TPR}\;d\,\mathrm{FPR}`,
      String.raw`\mathrm{TPR}=R,\;\mathrm{FPR}=\frac{\mathrm{FP}}{\mathrm{FP}+\mathrm{TN}}`
    ],
    symbols: [counts]
  },
  averagePrecision: { lines: [String.raw`\sum_n(R_n-R_{n-1})\,P_n`], symbols: [precision, recall] },
  r2: {
    lines: [String.raw`R^2=1-\frac{\sum_i(\hat y_i-y_i)^2}{\sum_i(y_i-\bar y)^2}`],
    symbols: [prediction, symbols.truth, { tex: String.raw`\bar y`, en: 'mean of the true values', zh: '真实值的平均' }]
  },
  mae: { lines: [String.raw`\frac1N\sum_i|\hat y_i-y_i|`], symbols: [symbols.rows, prediction, symbols.truth] },
  rmse: { lines: [String.raw`\sqrt{\frac1N\sum_i(\hat y_i-y_i)^2}`], symbols: [symbols.rows, prediction, symbols.truth] }
} as const satisfies Readonly<Record<string, Formula>>

/** A metric that has a formula. */
export type MetricWithFormula = keyof typeof metricFormulas
