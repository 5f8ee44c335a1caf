metodbank.take("texts/2","8cc63919",["","","",""])
