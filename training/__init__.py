"""How the weights are made: data, network, fit, evaluate, pack. torch lives here and only here."""
