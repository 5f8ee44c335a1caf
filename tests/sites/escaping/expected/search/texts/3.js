metodbank.take("texts/3","e6ffb12f",[""])
