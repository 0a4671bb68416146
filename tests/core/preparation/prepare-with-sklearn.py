"""Prepares tables with scikit-learn, the outside answer to our pipeline.

stdin: [{columns: [{kind, cells (null where missing)}], train, test, missing, encode, scale}]; stdout: [{train: rows, test: rows}]
"""
import json
import sys

import numpy as np
from sklearn.impute import MissingIndicator, SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, OrdinalEncoder, RobustScaler, StandardScaler

SCALERS = {'standard': StandardScaler, 'minmax': MinMaxScaler, 'robust': RobustScaler}
STRATEGIES = {'mean': 'mean', 'median': 'median', 'mode': 'most_frequent', 'indicator': 'mean'}


def steps(kind, case):
    scaler = [SCALERS[case['scale']]()] if case['scale'] != 'none' else []
    if kind == 'number':
        return [SimpleImputer(strategy=STRATEGIES[case['missing']]), *scaler]
    fill = SimpleImputer(strategy='most_frequent', missing_values=None)
    if case['encode'] == 'one-hot':
        return [fill, OneHotEncoder(handle_unknown='ignore', sparse_output=False)]
    return [fill, OrdinalEncoder(handle_unknown='use_encoded_value', unknown_value=-1), *scaler]


def prepare(case):
    sides = {'train': [], 'test': []}
    for column in case['columns']:
        is_number = column['kind'] == 'number'
        cells = np.array(column['cells'], dtype=float if is_number else object).reshape(-1, 1)
        parts = {side: cells[case[side]] for side in sides}
        pipeline = make_pipeline(*steps(column['kind'], case)).fit(parts['train'])
        indicator = None
        if case['missing'] == 'indicator':
            indicator = MissingIndicator(missing_values=np.nan if is_number else None, features='missing-only', error_on_new=False)
            indicator.fit(parts['train'])
        for side in sides:
            sides[side].append(pipeline.transform(parts[side]))
            if indicator is not None:
                sides[side].append(indicator.transform(parts[side]).astype(float))
    return {side: np.hstack(parts).tolist() for side, parts in sides.items()}


print(json.dumps([prepare(case) for case in json.load(sys.stdin)]))
