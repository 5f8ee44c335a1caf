metodbank.take("texts/8","19907dd5",[""])
