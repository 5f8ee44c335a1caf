metodbank.take("names","9691d84e","hostile")
