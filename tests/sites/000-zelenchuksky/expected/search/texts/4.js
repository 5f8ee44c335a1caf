metodbank.take("texts/4","8cc63919",[""])
