metodbank.take("texts/4","7d5b526f",["",""])
