metodbank.take("names","d5ac0392","lesson")
