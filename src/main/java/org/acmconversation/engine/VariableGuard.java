package org.acmconversation.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Allows objects in variables only as JSON, and deserializes JSON only to plain values and collections. Java-serialized
 * objects from an older database are not deserialized either. Transient values are rejected, because the next wait
 * state would lose them, including people's answers.
 */
class VariableGuard extends AbstractProcessEnginePlugin {

    private static final String JSON = SerializationDataFormats.JSON.getName();

    private static final Set<String> PLAIN = Set.of(
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Number",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.Character",
            "java.util.Date");

    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.Collection",
            "java.util.List",
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.Arrays$ArrayList",
            "java.util.Set",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.Map",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap");

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setDefaultSerializationFormat(JSON);
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setDeserializationTypeValidationEnabled(true);
        // The engine's own validator allows all of java.lang and below, processes and reflection included.
        configuration.setDeserializationTypeValidator(type -> PLAIN.contains(type) || COLLECTIONS.contains(type));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        var serializers = configuration.getVariableSerializers();
        int place = serializers.getSerializerIndexByName(JavaObjectSerializer.NAME);
        serializers.removeSerializer(serializers.getSerializerByName(JavaObjectSerializer.NAME));
        serializers.addSerializer(new NoJavaSerialization(), place);
        serializers.addSerializer(new RefusedValues(), 0);
    }

    /** First in the list and matching any type, so that the engine calls it for each value of a variable. */
    private static class RefusedValues extends AbstractTypedValueSerializer<TypedValue> {

        RefusedValues() {
            super(new AnyType());
        }

        @Override
        public boolean canHandle(TypedValue value) {
            // The engine passes the result of a decision to its listeners this way.
            if (value.isTransient() && !(value.getValue() instanceof DmnDecisionResult)) {
                throw new BadUserRequestException("Transient variables are turned off, since they would be lost:"
                        + " leave \"transient\" out of valueInfo, or write false");
            }
            // The engine would store it under the name of an unknown serializer and could never read it again.
            if (value instanceof ObjectValue object
                    && !object.isDeserialized()
                    && !JSON.equals(object.getSerializationDataFormat())) {
                throw new BadUserRequestException("Objects are kept as JSON only:"
                        + " write \"serializationDataFormat\": \"%s\"".formatted(JSON));
            }
            return false;
        }

        @Override
        protected boolean canWriteValue(TypedValue value) {
            return false;
        }

        @Override
        public String getName() {
            return "refused";
        }

        @Override
        public void writeValue(TypedValue value, ValueFields fields) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TypedValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TypedValue convertToTypedValue(UntypedValueImpl value) {
            throw new UnsupportedOperationException();
        }
    }

    /** Equals the type of any value; the engine selects the serializer by type. */
    private static class AnyType extends PrimitiveValueTypeImpl {

        AnyType() {
            super("any", Object.class);
        }

        @Override
        public TypedValue createValue(Object value, Map<String, Object> valueInfo) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ValueType;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** Takes the place of the engine's own serializer, which Spin looks up to register itself before it. */
    private static class NoJavaSerialization extends JavaObjectSerializer {

        @Override
        protected boolean canSerializeValue(Object value) {
            return false;
        }

        @Override
        protected byte[] serializeToByteArray(Object object) {
            throw off();
        }

        @Override
        protected Object deserializeFromByteArray(byte[] bytes, String type) {
            throw off();
        }

        private static BadUserRequestException off() {
            return new BadUserRequestException("Java's serialization is turned off");
        }
    }
}
